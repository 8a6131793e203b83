import type { Importer } from '@/lib/http/list-api'
import { importList } from '@/lib/list/import'

/** Reads an uploaded file. */
export const importer: Importer = async (bytes, hints) => importList(bytes, hints)
