import { layout, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The screens of a stage, under the layout that brings its texts to the browser. */
function stage(name: string, screens: RouteConfigEntry[]): RouteConfigEntry[] {
  return screens.length > 0 ? [layout(`routes/${name}/layout.tsx`, screens)] : []
}

/** Every address of the portal. */
export default [
  ...stage('home', []),

  ...stage('account', []),

  ...stage('admin', []),

  ...stage('programme', []),

  ...stage('intake', []),

  ...stage('beneficiaries', []),

  ...stage('verification', []),

  ...stage('training', []),

  ...stage('enterprise', []),

  ...stage('disbursement', []),

  ...stage('audit', []),

  ...stage('help', [
    route('bantuan', 'routes/help/guide.tsx'),
    route('bantuan/:page', 'routes/help/guide-page.tsx'),
  ]),
  route('bantuan/gambar/:file', 'routes/help/image.ts'),

  route('bahasa', 'routes/shell/language.ts'),
  route('tema', 'routes/shell/theme.ts'),
  route('*', 'routes/shell/missing.tsx'),
] satisfies RouteConfig
