import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata } from '@/app/answer'
import { pageMetadata } from '@/app/metadata'
import { ownOrigin } from '@/app/origin'
import { EarlyFilesScript } from '@/components/approach-script'
import { PAGE } from '@/components/look'
import { VerifyForm } from '@/components/verify-form'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { LARGEST_PICTURE, TOO_LARGE } from './limit'
import { tellRefusal, toldAnswers } from './told'

export const generateMetadata = metadata(async (): Promise<Metadata> => {
  return pageMetadata(
    {
      title: 'Verify a picture',
      description:
        'Upload a chart that was downloaded here: which view it shows, whether it was changed, and whether its figures still agree with the list.',
      path: '/verify',
      picture: { kind: 'rank-strip', query: viewParams(DEFAULT_VIEW) },
    },
    ownOrigin(),
  )
})

const GONE = tellRefusal('This answer is no longer kept. Verify the picture again.', '')

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const { answer } = await searchParams
  const told = typeof answer === 'string' ? (toldAnswers().get(answer) ?? GONE) : null
  return (
    <main id="content" className={PAGE}>
      <EarlyFilesScript nonce={(await headers()).get('x-nonce') ?? undefined} />
      <h1>Is this chart as it was drawn?</h1>
      <p className="mt-4">
        Every PNG and SVG from here carries the view that it shows, the version of the list behind
        it and a hash of its figures. Bring one back to see whether it was changed, and whether its
        figures are still those of the list. Files of up to {LARGEST_PICTURE / 1024 / 1024} MB are
        looked into.
      </p>
      <VerifyForm told={told} largest={LARGEST_PICTURE} tooLarge={TOO_LARGE} />
    </main>
  )
}
