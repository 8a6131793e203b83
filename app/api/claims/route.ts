import { askClaims } from '@/app/claims/ask'
import { shapeEvidence } from '@/app/claims/shape'
import { paramsOf } from '@/app/params'
import { followClaim } from '@/app/story'
import type { Judged } from '@/lib/claim/judge'
import { evidenceOf } from '@/lib/claim/verdict'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import type { Params } from '@/lib/link/codec'
import type { Issue } from '@/lib/model/issue'
import { plain } from '@/lib/model/prose'
import type { RecordList } from '@/lib/record/record'

/** More rows than this are counted and not written. */
const MOST_ROWS = 100

const shapeJudged = (judged: Judged) => {
  const { claim, verdict, parts } = judged
  const evidence = evidenceOf(judged)
  return {
    id: claim.id,
    list: judged.list,
    statement: claim.statement,
    verdict,
    note: claim.note ?? null,
    readings: parts.flatMap(({ stated, outcomes }) =>
      outcomes.map(({ verdict: one, sentence, found }) => ({
        verdict: one,
        sentence: plain(sentence),
        stated,
        found,
      })),
    ),
    nearMisses: parts.flatMap(({ nearMisses }) => nearMisses.map(plain)),
    evidence: evidence.slice(0, MOST_ROWS).map((row) => shapeEvidence(row)),
    evidenceRows: evidence.length,
  }
}

const answer = ({ id, version }: RecordList, judged: readonly Judged[]) =>
  Response.json(
    { list: id, version: version.version, claims: judged.map(shapeJudged) },
    { headers: { 'cache-control': 'no-cache' } },
  )

const noList = () =>
  refuse({ code: 'not-found', message: 'There is no such list. Say ?list=YYYY-MM.' })

const issue = (column: string, message: string): Issue => ({
  severity: 'error',
  code: 'bad-field',
  row: null,
  column,
  value: null,
  message,
  remedy: 'docs/api.md names every pattern with its fields.',
})

/** One statement: the article’s of a key, or one that is composed of a pattern and its fields. */
async function one(params: Params): Promise<Response> {
  const first = await followClaim(params)
  const found = first.kind === 'respelt' ? await followClaim(paramsOf(first.query)) : first
  if (found.kind === 'claim' && found.notices.length === 0)
    return answer(found.list, [found.judged])
  if (found.kind === 'unknown-list') return noList()
  if (found.kind === 'nothing') return refuse({ code: 'not-found', message: found.message })
  const faults =
    found.kind === 'unfinished'
      ? Object.entries(found.faults).map(([column, message]) => issue(column, message))
      : []
  const notices =
    found.kind === 'respelt'
      ? []
      : found.notices.map(({ parameter, fault }) => issue(parameter, fault))
  return refuse({
    code: 'bad-request',
    message: 'The statement is not finished: a field is missing or not understood.',
    issues: [...notices, ...faults],
  })
}

/**
 * The article’s statements, those of the text in `?say=`, or the one of `?claim=`, as `?list=YYYY-MM` has them, November
 * 2021 where none is named.
 */
async function get(request: Request) {
  const params = paramsOf(new URL(request.url).searchParams)
  if (params.claim !== undefined) return one(params)
  const asked = await askClaims(params)
  return asked ? answer(asked.list, asked.judged) : noList()
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
