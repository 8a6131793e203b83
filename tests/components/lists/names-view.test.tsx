import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { NamesView } from '@/components/lists/names-view'
import { checkNames } from '@/lib/record/name-check'
import { bundledList } from '@/tests/fixtures/lists'

const list = bundledList('2023-11')
const neighbours = [bundledList('2023-06'), bundledList('2024-06')]
const text = (systems: (typeof list)['systems']) =>
  renderToStaticMarkup(<NamesView names={checkNames({ id: list.id, systems }, neighbours)} />)
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")

describe('the names in the preview of an upload', () => {
  it('say what no row of the ledger places, and what to do', () => {
    const systems = list.systems.map((system) =>
      system.rank === 1 ? { ...system, manufacturer: 'Nova Forge' } : system,
    )
    const said = text(systems)
    expect(said).toContain('2 spellings have no place in the ledger of names.')
    expect(said).toContain('The manufacturer “Nova Forge” is on no list so far.')
    expect(said).toContain(
      'System ID 180047, manufacturer: “HPE” from June 2023, “Nova Forge” from November 2023. No row of the ledger says why.',
    )
  })

  it('say which identities are spelt otherwise than on the nearest lists, and that they are one', () => {
    const said = text(list.systems)
    expect(said).not.toContain('no place in the ledger')
    expect(said).toContain(
      'System ID 180236, manufacturer: “Microsoft” from November 2023, “Microsoft Azure” from June 2024. All are Microsoft Azure.',
    )
  })
})
