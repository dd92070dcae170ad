import { layout, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The screens of a stage, under the layout that brings its texts to the browser. */
function stage(name: string, screens: RouteConfigEntry[]): RouteConfigEntry[] {
  return screens.length > 0 ? [layout(`routes/${name}/layout.tsx`, screens)] : []
}

/** Every address of the portal. */
export default [
  ...stage('home', []),

  ...stage('sign-in', [
    route('masuk', 'routes/sign-in/sign-in.tsx'),
    route('masuk/kode', 'routes/sign-in/code.tsx'),
    route('masuk/lupa', 'routes/sign-in/forgotten.tsx'),
    route('masuk/atur-ulang/:token', 'routes/sign-in/reset.tsx'),
    route('keluar', 'routes/sign-in/sign-out.tsx'),
  ]),

  ...stage('account', [
    route('akun', 'routes/account/account.tsx'),
    route('akun/kata-sandi', 'routes/account/password.tsx'),
    route('akun/faktor-kedua', 'routes/account/second-factor.tsx'),
    route('akun/faktor-kedua/permulaan', 'routes/account/second-factor-start.tsx'),
    route('akun/faktor-kedua/penghapusan', 'routes/account/second-factor-removal.tsx'),
    route('akun/sesi', 'routes/account/sessions.tsx'),
    route('akun/konfirmasi', 'routes/account/confirm.tsx'),
  ]),

  ...stage('admin', []),

  ...stage('programme', [
    route('program', 'routes/programme/list.tsx'),
    route('program/baru', 'routes/programme/new.tsx'),
    route('program/penerima-lama', 'routes/programme/past-recipients.tsx'),
    route('program/angka-kemiskinan', 'routes/programme/poverty-figures.tsx'),
    route('program/:id', 'routes/programme/programme.tsx'),
    route('program/:id/ubah', 'routes/programme/settings.tsx'),
    route('program/:id/kuota', 'routes/programme/quotas.tsx'),
    route('program/:id/sektor', 'routes/programme/sectors.tsx'),
    route('program/:id/tahap', 'routes/programme/tranches.tsx'),
    route('program/:id/buka', 'routes/programme/opening.tsx'),
    route('program/:id/tutup', 'routes/programme/closure.tsx'),
  ]),

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
