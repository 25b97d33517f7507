import { parseSync } from 'vite'

/** One change of one place. */
export interface Mutant {
  file: string
  start: number
  end: number
  replacement: string
}

/** What another operator could be by mistake. */
const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Every change of a file that is tried: operators swapped, conditions negated, numbers shifted, returns and calls left out. */
export function mutantsOf(file: string, code: string): Mutant[] {
  const mutants: Mutant[] = []
  const change = (node: Node, replacement: string) =>
    mutants.push({ file, start: node.start, end: node.end, replacement })
  const text = (node: Node) => code.slice(node.start, node.end)

  function visit(value: unknown): void {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value)) return
    // A type is gone before anything runs.
    if (value.type.startsWith('TS') && !('expression' in value)) return
    mutate(value)
    for (const child of Object.values(value)) visit(child)
  }

  function mutate(node: Node): void {
    const { left, right, test, argument } = node
    if (
      (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') &&
      isNode(left) &&
      isNode(right)
    ) {
      const other = OPERATORS[String(node.operator)]
      if (other) change(node, `(${text(left)}) ${other} (${text(right)})`)
    }
    if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && isNode(test))
      change(test, `!(${text(test)})`)
    if (node.type === 'UnaryExpression' && node.operator === '!' && isNode(argument))
      change(node, text(argument))
    if (node.type === 'Literal' && typeof node.value === 'number') change(node, `${node.value + 1}`)
    if (node.type === 'Literal' && typeof node.value === 'boolean') change(node, String(!node.value))
    if (node.type === 'ReturnStatement' && isNode(argument)) change(node, 'return undefined')
    if (node.type === 'ArrowFunctionExpression' && node.expression === true && isNode(node.body))
      change(node.body, 'undefined')
    if (node.type === 'ExpressionStatement' && isCall(node.expression)) change(node, ';')
  }

  visit(parseSync(file, code).program)
  return mutants
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function isCall(value: unknown): boolean {
  return isNode(value) && ['CallExpression', 'ChainExpression', 'AssignmentExpression'].includes(value.type)
}
