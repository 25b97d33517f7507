/** How a browser is sent a command of W3C WebDriver, and ended. */
export interface DriverLine {
  send(command: Command, params: Record<string, unknown>): Promise<unknown>
  close(): Promise<void>
}

/**
 * The commands that these tests need: method and path of WebDriver's HTTP, and the name that Firefox knows the same command by.
 * `{id}` is the id of an element.
 */
export const COMMANDS = {
  newSession: { method: 'POST', path: '', firefox: 'WebDriver:NewSession' },
  openAddress: { method: 'POST', path: '/url', firefox: 'WebDriver:Navigate' },
  run: { method: 'POST', path: '/execute/sync', firefox: 'WebDriver:ExecuteScript' },
  findElements: { method: 'POST', path: '/elements', firefox: 'WebDriver:FindElements' },
  readLabel: { method: 'GET', path: '/element/{id}/computedlabel', firefox: 'WebDriver:GetComputedLabel' },
  click: { method: 'POST', path: '/element/{id}/click', firefox: 'WebDriver:ElementClick' },
  clear: { method: 'POST', path: '/element/{id}/clear', firefox: 'WebDriver:ElementClear' },
  type: { method: 'POST', path: '/element/{id}/value', firefox: 'WebDriver:ElementSendKeys' },
} as const
export type Command = keyof typeof COMMANDS

/** What stands for a role in a search for elements. */
const ROLES = { button: 'button', textbox: 'input:not([type]), input[type=text], textarea' }

/** Milliseconds after which the page is not going to do what it should. */
const WITHIN = 20_000

/** Milliseconds between two looks at a page: no event announces that it changes. */
const LOOK_AGAIN = 50

/** A page in a browser that Playwright does not drive, used as a person uses it. */
export class DrivenPage {
  readonly #line: DriverLine

  constructor(line: DriverLine) {
    this.#line = line
  }

  /** Opens an address, and returns once the document is loaded. */
  async open(url: string): Promise<void> {
    await this.#line.send('openAddress', { url })
  }

  /** Runs a script's body in the page, and returns what it returns. */
  run(script: string): Promise<unknown> {
    return this.#line.send('run', { script, args: [] })
  }

  /** Clicks what has this role and, for this browser's own reckoning, this name. */
  async click(role: keyof typeof ROLES, name: string): Promise<void> {
    await this.#act(role, name, (id) => this.#line.send('click', { id }))
  }

  /** Writes a text into an empty box. */
  async type(name: string, text: string): Promise<void> {
    await this.#act('textbox', name, (id) => this.#line.send('type', { id, text }))
  }

  /** Waits until a box or button is there. @param otherwise what it would mean if it never came */
  async see(role: keyof typeof ROLES, name: string, otherwise: string): Promise<void> {
    await this.#waitUntil(async () => (await this.#find(role, name)) !== undefined, otherwise)
  }

  /** Waits until a script's body returns something true. @param otherwise what it would mean if it never did */
  async waitFor(script: string, otherwise: string): Promise<void> {
    // Between two documents there is nothing to run it in.
    await this.#waitUntil(async () => Boolean(await this.run(script).catch(() => false)), otherwise)
  }

  /** Waits until a text is on the page. @param otherwise what it would mean if it never came */
  async seeText(text: string, otherwise: string): Promise<void> {
    await this.waitFor(`return document.body.innerText.includes(${JSON.stringify(text)})`, otherwise)
  }

  close(): Promise<void> {
    return this.#line.close()
  }

  async #act(role: keyof typeof ROLES, name: string, act: (id: string) => Promise<unknown>): Promise<void> {
    await this.#waitUntil(async () => {
      const id = await this.#find(role, name)
      if (id === undefined) return false
      // What has moved or gone since is looked for again.
      return act(id).then(
        () => true,
        () => false,
      )
    }, `there is no ${role} "${name}" that can be used`)
  }

  async #find(role: keyof typeof ROLES, name: string): Promise<string | undefined> {
    const found = await this.#line.send('findElements', { using: 'css selector', value: ROLES[role] })
    for (const reference of Array.isArray(found) ? found : []) {
      const id = String(Object.values(reference)[0])
      // An element that went away meanwhile has no name.
      if ((await this.#line.send('readLabel', { id }).catch(() => '')) === name) return id
    }
    return undefined
  }

  async #waitUntil(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
    const end = Date.now() + WITHIN
    while (!(await isSo())) {
      if (Date.now() > end) {
        const shown = await this.run('return [location.href, document.body.innerText.slice(0, 1500)]')
        throw new Error(`${otherwise}; address and page: ${shown}`)
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
    }
  }
}
