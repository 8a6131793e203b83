import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { ApproachScript } from '@/components/approach-script'
import { FontScript } from '@/components/font-script'
import { PointingScript } from '@/components/pointing-script'
import { SiteFooter } from '@/components/site-footer'
import { SiteHeader } from '@/components/site-header'
import { ThemeStyle } from '@/components/theme-style'
import { INTER, INTER_EXTENDED } from './fonts'
import { SITE } from './metadata'
import { pointingAddress } from './pointing-file'
import './globals.css'
import './print.css'

export const metadata: Metadata = {
  title: { default: SITE, template: `%s · ${SITE}` },
  description:
    'Who builds and runs the world’s fastest computers: any organisation beside any others, on every list of the TOP500.',
  applicationName: SITE,
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

/**
 * The frame of every page. It knows no view: what depends on the link is said inside the page. A page that other sites
 * embed stands without header and footer.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the Content-Security-Policy is new for every request, so no page may be rendered ahead of one.
  const asked = await headers()
  const embedded = asked.get('x-embedded') === 'true'
  const nonce = asked.get('x-nonce') ?? undefined
  return (
    // What the script says of fonts stands on this element before React comes.
    <html
      lang="en"
      className={`${INTER.variable} ${INTER_EXTENDED.variable}`}
      suppressHydrationWarning
    >
      <head>
        <ThemeStyle />
        <FontScript nonce={nonce} family={INTER.style.fontFamily} />
        <ApproachScript nonce={nonce} />
        {!embedded && <PointingScript nonce={nonce} src={pointingAddress()} />}
      </head>
      <body className="flex min-h-dvh flex-col print:block print:min-h-0 [&>main]:w-full [&>main]:grow">
        {embedded ? (
          children
        ) : (
          <>
            <a
              className="absolute -top-16 left-4 z-1 bg-ink px-4 py-3 text-paper focus:top-2 print:hidden"
              href="#content"
            >
              Skip to the content
            </a>
            <SiteHeader nonce={nonce} />
            {children}
            <SiteFooter />
          </>
        )}
      </body>
    </html>
  )
}
