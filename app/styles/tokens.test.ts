import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokensIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  )
}

function block(start: string): string {
  const from = css.indexOf(start)
  return css.slice(from, css.indexOf('}', from))
}

const themes = {
  light: tokensIn(block(':root {')),
  'dark by device': tokensIn(block(':root:not([data-theme="light"]) {')),
  'dark by choice': tokensIn(block(':root[data-theme="dark"] {')),
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = [
  ...['text', 'muted', 'accent', 'accent-strong', 'danger', 'warning', 'success', 'info'].flatMap((ink) =>
    ['page', 'surface', 'sunken'].map((ground) => [ink, ground] as const),
  ),
  ...['accent', 'danger', 'warning', 'success', 'info'].map(
    (tone) => [`on-${tone}-soft`, `${tone}-soft`] as const,
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['surface', 'danger'],
  ['on-header', 'header'],
  ['header-muted', 'header'],
  ['text', 'accent-soft'],
] as const
const SHAPES = ['edge', 'focus', 'accent'].flatMap((shape) =>
  ['page', 'surface', 'sunken'].map((ground) => [shape, ground] as const),
)

describe.each(Object.entries(themes))('colours, %s', (_theme, tokens) => {
  const of = (name: string) => {
    const colour = tokens[name]
    if (!colour) throw new Error(`no token --${name}`)
    return colour
  }

  it.each(TEXT)('text %s on %s reads at 4.5 : 1', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SHAPES)('shape %s on %s shows at 3 : 1', (shape, ground) => {
    expect(contrast(of(shape), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

describe('the two ways into the dark', () => {
  it('are the same colours', () => {
    expect(themes['dark by choice']).toEqual(themes['dark by device'])
    expect(Object.keys(themes['dark by choice']).sort()).toEqual(Object.keys(themes.light).sort())
  })
})
