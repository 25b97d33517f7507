import { openBrowser, openVisitor, type Visitor } from '../test/support/browser.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

/** Has two people visit the product as it was built, on a server of its own, and closes all of that when `run` is done. */
export async function withTwoVisitors(run: (ada: Visitor, ben: Visitor) => Promise<void>): Promise<void> {
  await buildOnce()
  const server = await startServer()
  const browser = await openBrowser()
  try {
    await run(await openVisitor(browser, server.origin), await openVisitor(browser, server.origin))
  } finally {
    await browser.close()
    await server.stop()
  }
}
