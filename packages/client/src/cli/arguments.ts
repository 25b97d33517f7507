import { parseArgs } from 'node:util'
import { endWithUsage, type Read } from './ending.ts'

/** One option of a command. */
export interface Option {
  type: 'string' | 'boolean'
  /** What stands for its value in the help, such as `SECONDS`; for options with a value. */
  value?: string
  /** One line of help. */
  help: string
}

/** What a command may be called with. */
interface Called {
  name: string
  positionals: readonly string[]
  options: Readonly<Record<string, Option>>
}

/** What a command was called with. */
export class Arguments {
  readonly #values: Readonly<Record<string, string | boolean | undefined>>
  readonly #positionals: readonly string[]

  constructor(
    values: Readonly<Record<string, string | boolean | undefined>>,
    positionals: readonly string[],
  ) {
    this.#values = values
    this.#positionals = positionals
  }

  /** Returns the value of an option; undefined where it was not given. */
  readText(option: string): string | undefined {
    const value = this.#values[option]
    return typeof value === 'string' ? value : undefined
  }

  /** Returns whether an option without a value was given. */
  hasFlag(option: string): boolean {
    return this.#values[option] === true
  }

  /** Returns what stands at a place without a `--`; undefined where nothing does. */
  readPositional(index: number): string | undefined {
    return this.#positionals[index]
  }

  /**
   * Returns the whole number that an option has; undefined where it was not given.
   * @param limits both ends count
   */
  readNumber(option: string, limits: { min: number; max: number }): Read<number | undefined> {
    const text = this.readText(option)
    if (text === undefined) return { ok: true, value: undefined }
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (number >= limits.min && number <= limits.max) return { ok: true, value: number }
    return endWithUsage(`--${option} takes a whole number from ${limits.min} to ${limits.max}.`)
  }

  /** Returns which of some words an option has; undefined where it was not given. */
  readChoice<const Word extends string>(option: string, words: readonly Word[]): Read<Word | undefined> {
    const text = this.readText(option)
    if (text === undefined) return { ok: true, value: undefined }
    const word = words.find((candidate) => candidate === text)
    return word === undefined
      ? endWithUsage(`--${option} takes one of: ${words.join(', ')}.`)
      : { ok: true, value: word }
  }
}

/**
 * Parses what stands behind the name of a command. `--help` is its own answer.
 * @param argv without the program and the command's name
 */
export function parseArguments(command: Called, argv: readonly string[]): Read<Arguments | 'help'> {
  const hint = `Try: private-chat ${command.name} --help`
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...mapTypes(command.options), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
    if (values.help === true) return { ok: true, value: 'help' }
    if (positionals.length > command.positionals.length)
      return endWithUsage(`This is one argument too many. ${hint}`)
    return { ok: true, value: new Arguments(values, positionals) }
  } catch (error) {
    // Node quotes the argument, and a mistyped link holds a key: only the name of an option is told.
    return endWithUsage(`${describeFault(error, argv)} ${hint}`)
  }
}

function mapTypes(options: Called['options']): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]))
}

const CODES: Record<string, string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'There is no option',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'A value is missing, or is one too many, of',
}

/** Says what is wrong, and with which option; never a value. */
function describeFault(error: unknown, argv: readonly string[]): string {
  const { code = '', message = '' } = error instanceof Error ? (error as Error & { code?: string }) : {}
  const [option] = /--?[a-z][a-z-]*/.exec(message) ?? []
  const sentence = CODES[code]
  if (sentence === undefined || option === undefined || argv.length === 0)
    return 'These arguments can’t be read.'
  return `${sentence} ${option}.`
}
