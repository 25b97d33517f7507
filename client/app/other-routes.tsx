import type { Component } from 'solid-js'
import { render } from 'solid-js/web'

/** The pages that few come to, by their address: kept out of what lobby and room load. */
const PAGES: Readonly<Record<string, () => Promise<Component>>> = {
  '/privacy': async () => (await import('./privacy-page.tsx')).PrivacyPage,
  '/login': async () => (await import('../account/login-page.tsx')).LoginPage,
  '/signup': async () => (await import('../account/signup-page.tsx')).SignupPage,
  '/recover': async () => (await import('../account/recover-page.tsx')).RecoverPage,
  '/rooms': async () => (await import('../account/dashboard-page.tsx')).DashboardPage,
  '/account': async () => (await import('../account/account-page.tsx')).AccountPage,
}

const notFound = async () => (await import('./not-found-page.tsx')).NotFoundPage

/** Shows any page but the lobby and a room. */
export async function openOtherRoute(root: HTMLElement): Promise<void> {
  const path = location.pathname.replace(/\/$/, '')
  const Page = await (Object.hasOwn(PAGES, path) ? (PAGES[path] ?? notFound) : notFound)()
  // What its document says already, where it has one, is said by the page from here on.
  root.replaceChildren()
  render(() => <Page />, root)
}
