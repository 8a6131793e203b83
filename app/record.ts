import type { Source } from '@/lib/export/verify'
import { openRecord } from '@/lib/record/open'
import type { ListRecord } from '@/lib/record/record'
import { openStore } from '@/lib/store/open'

/** All lists together. @param from the lists to choose from, where these are not the ones that are shown now. */
export async function record(from?: Source): Promise<ListRecord> {
  return openRecord(from?.lists ?? (await openStore()))
}
