import { describe, expect, it } from 'vitest'
import { bibtex, citation } from '@/lib/figure/citation'
import { iframeSnippet, imageSnippet } from '@/lib/picture/embed'

const HASH = '2ac9cd319a1e63ab45521a55958949d9f3b73bf5aee7c1e20526f5dc7bc6a70e'
const seen = new Date('2026-11-24T23:30:00Z')
const chart = {
  kind: 'rank-rmax',
  title: 'Where systems built by Microsoft Azure rank',
  permalink: 'https://top500.example/?focus=site%3AR%26D_50%25',
  lists: [{ edition: '2021-11', version: 0, hash: HASH }],
} as const

describe('the citation of a chart', () => {
  it('names the chart, the list with its version and hash, the link and the day', () => {
    expect(citation(chart, seen)).toBe(
      'TOP500 Compare: “Where systems built by Microsoft Azure rank”. Data: TOP500 list no. 58, November 2021 (as published, SHA-256 2ac9cd319a1e63ab). https://top500.example/?focus=site%3AR%26D_50%25 (seen 24 November 2026).',
    )
  })

  it('says which version was kept here', () => {
    const lists = [{ edition: '1993-06', version: 3, hash: HASH }] as const
    expect(citation({ ...chart, lists }, seen)).toContain(
      'TOP500 list no. 1, June 1993 (version 3, SHA-256 2ac9cd319a1e63ab)',
    )
  })
})

describe('the citation of a chart over many lists', () => {
  const lists = (['1993-06', '1993-11', '2025-11', '2026-06'] as const).map((edition) => ({
    edition,
    version: 0,
    hash: HASH,
  }))

  it('names their number, the first and the last, and not every one', () => {
    expect(citation({ ...chart, lists }, seen)).toContain(
      'Data: 4 TOP500 lists from June 1993 to June 2026 (as published). https:',
    )
    const changed = lists.map((list, at) => ({ ...list, version: at === 1 ? 2 : 0 }))
    expect(citation({ ...chart, lists: changed }, seen)).toContain('(1 of them uploaded)')
  })

  it('says the same in BibTeX, under a key of the two', () => {
    const entry = bibtex({ ...chart, kind: 'rank-of', lists }, seen)
    expect(entry).toMatch(/^@misc\{top500compare-1993-06-2026-06-rank-of,/)
    expect(entry).toContain(
      'note = {Data: 4 TOP500 lists from June 1993 to June 2026 (as published)}',
    )
  })
})

describe('the BibTeX entry of a chart', () => {
  it('is one entry that TeX prints as it stands', () => {
    expect(bibtex(chart, seen)).toBe(
      [
        '@misc{top500compare-2021-11-rank-rmax,',
        '  author = {{TOP500 Compare}},',
        '  title = {{Where systems built by Microsoft Azure rank}},',
        '  howpublished = {\\url{https://top500.example/?focus=site\\%3AR\\%26D_50\\%25}},',
        '  note = {Data: TOP500 list no. 58, November 2021 (as published, SHA-256 2ac9cd319a1e63ab)},',
        '  year = {2026},',
        '  urldate = {2026-11-24},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('lets no name end a field or begin a command', () => {
    const title = 'Systems at R&D_{50 %} of “A\\B” $1 #2 ~ ^'
    expect(bibtex({ ...chart, title }, seen)).toContain(
      "title = {{Systems at R\\&D\\_\\{50 \\%\\} of ``A\\textbackslash{}B'' \\$1 \\#2 \\textasciitilde{} \\textasciicircum{}}},",
    )
  })
})

describe('the snippets to embed a chart', () => {
  const hostile = {
    src: 'https://x.example/embed/totals?a=1&b="2"',
    alt: '"><script>alert(1)</script>',
  }

  it('keep a frame at 4 : 3 and name what it shows', () => {
    expect(iframeSnippet({ src: 'https://x.example/embed/totals', alt: 'Total Rmax' })).toBe(
      '<iframe src="https://x.example/embed/totals" title="Total Rmax" width="960" height="720" loading="lazy" style="width:100%;height:auto;aspect-ratio:4/3;border:0"></iframe>',
    )
  })

  it.each([iframeSnippet, imageSnippet])('let nothing out of its attribute (%o)', (snippet) => {
    const text = snippet(hostile)
    expect(text).toContain('src="https://x.example/embed/totals?a=1&amp;b=&quot;2&quot;"')
    expect(text).toContain('="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(text.match(/<script/g)).toBeNull()
  })
})
