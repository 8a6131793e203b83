import { describe, expect, it } from 'vitest'
import type { Figure } from '@/lib/figure/figure'
import { PRESETS } from '@/lib/link/preset'
import type { View } from '@/lib/link/view'
import { contrast } from '@/lib/scene/colour'
import { PALETTE } from '@/lib/scene/palette'
import {
  type Box,
  type Look,
  looksOf,
  type PlacedText,
  type Scene,
  type SceneMark,
  textsOf,
} from '@/lib/scene/scene'
import { inside, overlaps } from '@/lib/scene/text'
import {
  comparisonOf,
  type Frame,
  figureOf,
  KINDS,
  MODES,
  sceneOf,
  TIME_VIEWS,
  timeFigureOf,
  timeSceneOf,
  VIEWS,
} from '@/tests/charts/cases'

/** Views that nobody would draw by hand: names without a space, without Inter's letters, of one letter; nobody there. */
const HOSTILE: Readonly<Record<string, Partial<View>>> = {
  'names without a space': {
    focus: `manufacturer:${'W'.repeat(180)}`,
    beside: Array.from({ length: 11 }, (_, at) => `site:${String(at).repeat(170)}`),
  },
  'names in letters that Inter lacks': {
    lens: 'run-by',
    focus: 'site:国家超级计算广州中心国家超级计算无锡中心国家超级计算天津中心',
    beside: ['site:مركز الحوسبة', 'site:👩‍💻👩‍💻👩‍💻', 'ibm'],
  },
  'names in scripts from the left and from the right': {
    lens: 'run-by',
    focus: 'site:جامعة الملك عبد الله للعلوم والتقنية',
    beside: [
      'site:한국과학기술정보연구원',
      'site:הטכניון מכון טכנולוגי לישראל',
      'site:理化学研究所 計算科学研究センター',
      'site:KAUST جامعة (2021)',
      'site:Oﬃce ﬁnance ﾌｼﾞﾂｳ',
    ],
  },
  'names of one letter': { focus: 'site:I', beside: ['site:l', 'country:.'] },
  'organisations of a list to come': {
    list: '1997-06',
    focus: 'azure',
    beside: ['meta', 'nvidia'],
  },
  'twelve builders with most systems': {
    beside: [
      ...['meta', 'ibm', 'nvidia', 'hpe', 'lenovo', 'fujitsu', 'amazon'],
      ...['Inspur', 'Atos', 'Dell EMC', 'NUDT'].map((name) => `manufacturer:${name}`),
    ],
  },
  'power that most rows lack': { list: '2019-06', metric: 'power', axis: 'linear' },
  'cores in the millions': { list: '2025-06', metric: 'cores' },
  'a best rank of 500': { list: '2025-06', metric: 'best-rank', beside: ['country:Bulgaria'] },
  'number of systems': { list: '2018-06', metric: 'systems', lens: 'run-by' },
}
const EVERY = { ...VIEWS, ...HOSTILE }

/** Presets, the smallest frame that the endpoint takes, the oddest, and those of the page. */
const FRAMES: readonly Frame[] = [
  ...PRESETS.map(({ width, height }) => ({ width, height })),
  { width: 480, height: 320 },
  { width: 480, height: 4096 },
  { width: 4096, height: 320 },
  { width: 4096, height: 4096 },
  { width: 1200, height: 675, words: false },
  { width: 480, height: 320, words: false },
  { width: 1120, words: true },
  { width: 358 },
  { width: 720 },
  { width: 1120 },
]

/** How far shapes reach for a radius of 1, so that all have the area of the circle. */
const REACH = { circle: 1, square: 0.89, diamond: 1.25, triangle: 1.3 }

function boxOf({ type, x, y, size, ...mark }: SceneMark, { shape }: Look): Box {
  // An area begins on y, and no word of a plane may stand where its edge runs.
  const from = type === 'area' ? x : (mark.from ?? x)
  const half = type === 'dot' ? size * REACH[shape] : size / 2
  const across = type === 'dot' ? half : type === 'tick' ? 1 : 0
  return {
    left: Math.min(from, x) - across,
    right: Math.max(from, x) + across,
    top: y - half,
    bottom: y + half,
  }
}

const name = ({ role, text }: PlacedText) => `${role} “${text.slice(0, 40)}”`
/** Rounding of sums, in pixels. */
const SLACK = 0.01

/** Texts that leave the frame. */
function outside(scene: Scene): string[] {
  const { frame } = scene
  const whole = {
    left: -SLACK,
    top: -SLACK,
    right: frame.width + SLACK,
    bottom: frame.height + SLACK,
  }
  return textsOf(scene).flatMap((text) =>
    inside(text.box, whole) ? [] : [`${name(text)} leaves the frame`],
  )
}

/** Texts that cover one another, a swatch or a mark. */
function covered(scene: Scene): string[] {
  const texts = textsOf(scene)
  const looks = looksOf(scene)
  const things: { what: string; box: Box }[] = [
    ...scene.legend.map(({ series, swatch: { x, y, size } }) => ({
      what: `swatch of ${series}`,
      box: { left: x - size, right: x + size, top: y - size, bottom: y + size },
    })),
    // The words of a tile stand on it.
    ...scene.marks.flatMap((mark) => {
      const look = looks.get(mark.series)
      return look && mark.type !== 'tile'
        ? [{ what: `mark ${mark.id}`, box: boxOf(mark, look) }]
        : []
    }),
  ]
  return texts.flatMap((text, at) => [
    ...texts
      .slice(at + 1)
      .filter(({ box }) => overlaps(text.box, box, -SLACK))
      .map((other) => `${name(text)} covers ${name(other)}`),
    ...things
      .filter(({ box }) => overlaps(text.box, box, -SLACK))
      .map(({ what }) => `${name(text)} covers ${what}`),
  ])
}

/** Lines from a name to its mark that pass through any words, looked at in a hundred places. */
function crossed(scene: Scene): string[] {
  const texts = textsOf(scene)
  return scene.rules
    .filter(({ role }) => role === 'leader')
    .flatMap(({ x1, y1, x2, y2 }) =>
      texts.flatMap((text) =>
        Array.from({ length: 101 }, (_, at) => ({
          x: x1 + ((x2 - x1) * at) / 100,
          y: y1 + ((y2 - y1) * at) / 100,
        })).some(
          ({ x, y }) =>
            x > text.box.left && x < text.box.right && y > text.box.top && y < text.box.bottom,
        )
          ? [`a line crosses ${name(text)}`]
          : [],
      ),
    )
}

const bare = (text: string) => text.replace(/\s+/g, '')

/** Whether the lines say all of a text, or its beginning and an ellipsis. */
function tells(lines: readonly string[], whole: string): boolean {
  const said = bare(lines.join(''))
  return said === bare(whole) || (said.endsWith('…') && bare(whole).startsWith(said.slice(0, -1)))
}

const said = (scene: Scene, role: PlacedText['role']) =>
  textsOf(scene).flatMap((text) => (text.role === role ? [text.text] : []))

/** Words of a picture that are missing, or cut without saying so. */
function cut(scene: Scene, { title, subtitle, notes, source, permalink }: Figure): string[] {
  const faults: string[] = []
  if (!tells(said(scene, 'title'), title)) faults.push('the title is cut')
  if (!tells(said(scene, 'subtitle'), subtitle)) faults.push('the subtitle is cut')
  const below = [...said(scene, 'note'), ...said(scene, 'source')]
  let from = 0
  for (const words of [...notes, source, ...(permalink ? [permalink] : [])]) {
    let to = from + 1
    while (to < below.length && !tells(below.slice(from, to), words)) to++
    if (!tells(below.slice(from, to), words)) faults.push(`“${words.slice(0, 40)}” is cut`)
    from = to
  }
  return faults
}

/** Organisations that no word of the chart names. */
function unnamed(scene: Scene, labels: readonly string[]): string[] {
  const own = textsOf(scene).filter(({ role }) => role === 'legend' || role === 'label')
  return labels
    .filter(
      (label) =>
        !own.some(
          ({ text }, at) =>
            tells([text.replace(/ \(none\)$/, '')], label) ||
            tells([text, own[at + 1]?.text ?? ''], label),
        ),
    )
    .map((label) => `${label.slice(0, 40)} has no name`)
}

const told = ({ width, height, words }: Frame) =>
  `${width} × ${height ?? 'as needed'}${words === undefined ? '' : words ? ', with its words' : ', bare'}`

/** Marks that stand outside the plot. */
function strayed({ marks, plot }: Scene): string[] {
  return marks
    .filter(
      ({ x, y }) =>
        x < plot.left - SLACK ||
        x > plot.right + SLACK ||
        y < plot.top - SLACK ||
        y > plot.bottom + SLACK,
    )
    .map(({ id }) => `${id} stands outside`)
}

describe.each(Object.entries(EVERY))('charts of the view “%s”', (_, change) => {
  const compared = comparisonOf(change)
  const labels = compared.comparison.groups.map(({ organisation }) => organisation.label)
  const scenes = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      FRAMES.map((frame) => ({ frame, scene: sceneOf(kind, compared, frame) })),
    ]),
  )

  it.each(KINDS)('as %s have every word inside, apart and whole in every frame', (kind) => {
    const faults = (scenes[kind] ?? []).flatMap(({ frame, scene }) => {
      const withWords = frame.words ?? frame.height !== undefined
      return [
        ...outside(scene),
        ...covered(scene),
        ...crossed(scene),
        ...unnamed(scene, labels),
        ...(withWords ? cut(scene, figureOf(kind, compared)) : []),
      ].map((fault) => `${told(frame)}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  it.each(KINDS)('as %s keep every mark inside the plot', (kind) => {
    const faults = (scenes[kind] ?? []).flatMap(({ frame, scene }) =>
      strayed(scene).map((fault) => `${told(frame)}: ${fault}`),
    )
    expect(faults).toEqual([])
  })

  it.each(KINDS)('as %s write on paper only, at 4.5:1 or more', (kind) => {
    for (const { scene } of scenes[kind] ?? [])
      for (const { colour, text } of textsOf(scene))
        for (const mode of MODES)
          expect(
            contrast(PALETTE[colour][mode], PALETTE.paper[mode]),
            `“${text}” in ${colour}, ${mode}`,
          ).toBeGreaterThanOrEqual(4.5)
  })

  it.each(KINDS)('as %s give no two organisations the same colour and shape', (kind) => {
    const { series } = figureOf(kind, compared)
    expect(new Set(series.map(({ colour, shape }) => `${colour} ${shape}`)).size).toBe(
      series.length,
    )
  })
})

describe('type', () => {
  const compared = comparisonOf({})
  /** Size of names and of the smallest words, in pixels of the preset. */
  it.each([
    ['slide', 26, 21],
    ['article', 19, 15],
    ['square', 24, 19],
    ['link', 18, 14],
    ['portrait', 24, 19],
    ['a4', 20, 16],
  ])('in a %s is set in %d pixels or more, and footnotes in %d', (preset, names, least) => {
    const frame = PRESETS.find(({ id }) => id === preset)
    for (const kind of KINDS) {
      const scene = sceneOf(kind, compared, {
        width: frame?.width ?? 0,
        height: frame?.height ?? 0,
      })
      const sizes = (role: PlacedText['role']) =>
        textsOf(scene).flatMap((text) => (text.role === role ? [text.size] : []))
      expect(Math.min(...sizes('label')), kind).toBeGreaterThanOrEqual(names)
      expect(Math.min(...textsOf(scene).map(({ size }) => size)), kind).toBeGreaterThanOrEqual(
        least,
      )
      expect(Math.min(...sizes('title')), kind).toBeGreaterThan(Math.max(...sizes('subtitle')))
    }
  })

  it('is that of the page on the page: 13 pixels, and 12 on phones', () => {
    for (const kind of KINDS)
      for (const [width, size] of [
        [358, 12],
        [720, 13],
        [1120, 13],
      ] as const)
        expect(
          Math.max(...textsOf(sceneOf(kind, compared, { width })).map((text) => text.size)),
          `${kind} ${width}`,
        ).toBe(size)
  })
})

describe.each(Object.entries(TIME_VIEWS))('charts through time of “%s”', (_, { kind, query }) => {
  const figure = timeFigureOf(kind, query)
  const labels = figure.series.map(({ label }) => label)

  it('have every word inside, apart and whole, and every mark inside the plot, in every frame', () => {
    const faults = FRAMES.flatMap((frame) => {
      const scene = timeSceneOf(kind, query, frame)
      const withWords = frame.words ?? frame.height !== undefined
      return [
        ...outside(scene),
        ...covered(scene),
        // A tile without room for its name is named in the table, which a note says.
        ...(figure.layout.type === 'tiles' ? [] : unnamed(scene, labels)),
        ...strayed(scene),
        ...(withWords ? cut(scene, figure) : []),
      ].map((fault) => `${told(frame)}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  it('write on paper only, at 4.5:1 or more', () => {
    for (const { colour, text } of textsOf(timeSceneOf(kind, query, { width: 1120 })))
      for (const mode of MODES)
        expect(
          contrast(PALETTE[colour][mode], PALETTE.paper[mode]),
          `“${text}” in ${colour}, ${mode}`,
        ).toBeGreaterThanOrEqual(4.5)
  })

  it('give no two series the same colour and shape', () => {
    const looks = figure.series.map(({ colour, shape }) => `${colour} ${shape}`)
    expect(new Set(looks).size).toBe(looks.length)
  })
})
