import type { Component } from 'solid-js'
import { render } from 'solid-js/web'

/** The pages other than lobby and room, by their address: neither of the two loads them. */
const PAGES: Readonly<Record<string, () => Promise<Component>>> = {
  '/privacy': async () => (await import('./privacy-page.tsx')).PrivacyPage,
  '/login': async () => (await import('../account/login-page.tsx')).LoginPage,
  '/signup': async () => (await import('../account/signup-page.tsx')).SignupPage,
  '/recover': async () => (await import('../account/recover-page.tsx')).RecoverPage,
  '/rooms': async () => (await import('../account/dashboard-page.tsx')).DashboardPage,
  '/account': async () => (await import('../account/account-page.tsx')).AccountPage,
}

const embed = async () => (await import('../embed/embed-page.tsx')).EmbedPage

const notFound = async () => (await import('./not-found-page.tsx')).NotFoundPage

/** Shows any page except the lobby and a room; a room in a frame of another site, too. */
export async function openOtherRoute(root: HTMLElement): Promise<void> {
  const path = location.pathname.replace(/\/$/, '')
  const other = location.pathname.startsWith('/embed/') ? embed : notFound
  const Page = await (Object.hasOwn(PAGES, path) ? (PAGES[path] ?? other) : other)()
  // A document may show the page's words already: from here on the page does.
  root.replaceChildren()
  render(() => <Page />, root)
}
