import { askClaims } from '@/app/claims/ask'
import { shapeEvidence } from '@/app/claims/shape'
import { paramsOf } from '@/app/params'
import { evidenceOf } from '@/lib/claim/verdict'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'

/** More rows than this are counted and not written. */
const MOST_ROWS = 100

/** The article’s statements, or those of the text in `?say=`, as `?list=YYYY-MM` has them, November 2021 where none is named. */
async function get(request: Request) {
  const asked = await askClaims(paramsOf(new URL(request.url).searchParams))
  if (!asked)
    return refuse({ code: 'not-found', message: 'There is no such list. Say ?list=YYYY-MM.' })
  const claims = asked.judged.map((judged) => {
    const { claim, verdict, parts } = judged
    const evidence = evidenceOf(judged)
    return {
      id: claim.id,
      list: judged.list,
      statement: claim.statement,
      verdict,
      note: claim.note ?? null,
      readings: parts.flatMap(({ outcomes }) =>
        outcomes.map(({ verdict: one, sentence }) => ({ verdict: one, sentence })),
      ),
      nearMisses: parts.flatMap(({ nearMisses }) => nearMisses),
      evidence: evidence.slice(0, MOST_ROWS).map((row) => shapeEvidence(row)),
      evidenceRows: evidence.length,
    }
  })
  const { id, version } = asked.list
  return Response.json(
    { list: id, version: version.version, claims },
    { headers: { 'cache-control': 'no-cache' } },
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
