import { paramsOf } from '@/app/params'
import { followChanges } from '@/app/story'
import { COUNTS, fateOf, rowsOfChanges } from '@/lib/compare/changes'
import { changesByGroup, type GroupChange, groupingOf } from '@/lib/compare/group-changes'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import { systemLabel } from '@/lib/names/shown'
import { changesBetween, previousRankAudit, printedRank } from '@/lib/record/change'
import type { Appearance } from '@/lib/record/record'

const rowOf = (row: Appearance | null) =>
  row && {
    rank: row.system.rank,
    sharedRank: printedRank(row),
    name: systemLabel(row.system, row.list.id),
    site: row.system.site,
    rmax: row.system.rmax,
    rpeak: row.system.rpeak,
  }

const groupOf = ({
  label,
  kind,
  newcomers,
  rmaxBefore,
  rmaxAfter,
  key,
  ...counts
}: GroupChange) => ({
  ...(kind === 'total' ? {} : { name: kind === 'rest' ? null : label }),
  ...counts,
  new: newcomers,
  rmaxBeforeTflops: rmaxBefore,
  rmaxAfterTflops: rmaxAfter,
})

/** What changed between two lists: `?from=2021-06&to=2021-11`, and by group: `&group=country&joint=each`. */
async function get(request: Request): Promise<Response> {
  const found = await followChanges(paramsOf(new URL(request.url).searchParams))
  if (found.kind !== 'changes')
    return refuse({ code: 'not-found', message: 'There are no lists yet.' })
  const [notice] = found.notices
  if (notice) return refuse({ code: 'bad-request', message: notice.fault })
  const { record, from, to, link } = found
  const changes = changesBetween(record, from, to)
  const rows = rowsOfChanges(changes)
  const grouping = groupingOf(link.group)
  const grouped = grouping && changesByGroup(changes, grouping, link.joint)
  const audit = from.number === to.number - 1 ? previousRankAudit(record, to) : []
  const body = {
    from: from.id,
    to: to.id,
    counts: Object.fromEntries(COUNTS.map(({ key, of }) => [key, rows.filter(of).length])),
    groupedBy: link.group,
    joint: link.joint,
    groups: grouped?.groups.map(groupOf) ?? [],
    total: grouped && groupOf(grouped.total),
    systems: rows.map((row) => ({
      key: row.machine.key,
      what: fateOf(row),
      before: rowOf(row.before),
      after: rowOf(row.after),
      moved: row.stay?.moved ?? null,
      upgraded: row.stay?.upgraded ?? [],
      renamed: row.stay?.renamed ?? [],
    })),
    previousRanks: audit.map(({ printed, row, stood, there }) => ({
      printed,
      row: rowOf(row),
      stood: rowOf(stood),
      there: rowOf(there),
    })),
  }
  return Response.json(body, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
