import type { KeyFigure } from '@/lib/compare/headline'
import { EVEN_COLUMNS, FigureList } from './figure-list'

/** The figures behind the headline, each with its place. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  const items = figures.map(({ label, value, context }) => ({ label, value, place: context }))
  return <FigureList items={items} look={EVEN_COLUMNS} />
}
