import type { NameRow } from '../../lib/model/name'
import { as, row } from './row'

const AMERICAS = 'Printed as one continent until November 2019; the region tells which.'

/** Every continent that the lists print. */
export const CONTINENTS: readonly NameRow[] = [
  row('Africa'),
  row('Asia'),
  row('Europe'),
  row(
    'North America',
    as('Americas', '1993-06', '2019-11', AMERICAS, {
      where: { field: 'region', is: ['North America', 'Central America', 'Caribbean'] },
    }),
  ),
  row('Oceania'),
  row(
    'South America',
    as('Americas', '1993-06', '2019-11', AMERICAS, {
      where: { field: 'region', is: ['South America'] },
    }),
  ),
]
