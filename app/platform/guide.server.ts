import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Marked } from 'marked'

export type GuideHeading = { id: string; text: string }
export type GuidePage = {
  name: string
  title: string
  summary: string
  html: string
  headings: GuideHeading[]
}

const FOLDER = resolve('docs/panduan')
const NAME = /^[a-z0-9-]{1,60}$/

/** The pages of the user guide, the general one first. */
export async function listGuidePages(): Promise<Pick<GuidePage, 'name' | 'title' | 'summary'>[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.md'))
  const pages = await Promise.all(files.map((file) => readGuidePage(file.slice(0, -3))))
  return pages
    .flatMap((page) => (page ? [{ name: page.name, title: page.title, summary: page.summary }] : []))
    .sort(
      (a, b) => Number(b.name === 'umum') - Number(a.name === 'umum') || a.title.localeCompare(b.title, 'id'),
    )
}

/** One page of the guide, its Markdown drawn as HTML; null where there is none of that name. */
export async function readGuidePage(name: string): Promise<GuidePage | null> {
  if (!NAME.test(name)) return null
  const markdown = await readFile(join(FOLDER, `${name}.md`), 'utf8').catch(() => null)
  return markdown === null ? null : { name, ...drawGuide(markdown) }
}

/** The first heading is the title, the first paragraph the summary, each second-level heading a target of links. */
export function drawGuide(markdown: string): Omit<GuidePage, 'name'> {
  const headings: GuideHeading[] = []
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        if (depth === 1) return ''
        const id = slugOf(text)
        if (depth === 2) headings.push({ id, text })
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>`
      },
      image({ href, text }) {
        const file = href.startsWith('gambar/') ? `/bantuan/gambar/${href.slice('gambar/'.length)}` : href
        return `<img src="${file}" alt="${text.replaceAll('"', '&quot;')}" loading="lazy">`
      },
    },
  })
  const title = /^# (.+)$/m.exec(markdown)?.[1]?.trim() ?? ''
  const summary = /^# .+\n+([^#\n][^\n]*)/m.exec(markdown)?.[1]?.trim() ?? ''
  return { title, summary, html: marked.parse(markdown, { async: false }), headings }
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** A picture of the guide, from `docs/panduan/gambar`; null where there is none of that name. */
export async function readGuideImage(file: string): Promise<Buffer<ArrayBuffer> | null> {
  if (!/^[a-z0-9-]{1,80}\.png$/.test(file)) return null
  return readFile(join(FOLDER, 'gambar', file)).catch(() => null)
}
