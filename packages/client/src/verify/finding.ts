/** One thing that is not as the manifest says, and where. */
export type Finding =
  /** The host serves no manifest, or nothing that can be read as one. */
  | { what: 'no-manifest'; path: string; status: number }
  /** The manifest that the host serves says something else than the one that it is held against. */
  | { what: 'manifest'; field: string; expected: string; actual: string }
  /** An address that should answer with a file answers with something else. */
  | { what: 'status'; path: string; status: number }
  | { what: 'bytes'; path: string; expected: string; actual: string }
  | { what: 'type'; path: string; expected: string; actual: string }
  | { what: 'header'; path: string; header: string; expected: string; actual: string | null }
  /** The manifest knows nothing of this header, with which a page loads something else. */
  | { what: 'added-header'; path: string; header: string; actual: string }
  /** Something refers to a file that the manifest does not list. */
  | { what: 'unlisted'; path: string; refersTo: string }
  /** A document has script of its own, which no manifest can list. */
  | { what: 'inline-script'; path: string }

/** Characters of a value that are shown: a policy is longer than a line, and what differs stands elsewhere. */
const SHOWN = 200

/** Returns a finding in one sentence. What the host says in it is quoted, and may hold anything. */
export function describeFinding(finding: Finding): string {
  switch (finding.what) {
    case 'no-manifest':
      return `${finding.path} is no manifest (${finding.status}): this host runs something else, or an older version.`
    case 'manifest':
      return `The host’s manifest has another ${finding.field}: ${quote(finding.actual)} in place of ${quote(finding.expected)}.`
    case 'status':
      return `${finding.path} answers ${finding.status} in place of its file.`
    case 'bytes':
      return `${finding.path} is not the file that it should be: SHA-256 ${finding.actual} in place of ${finding.expected}.`
    case 'type':
      return `${finding.path} is served as ${quote(finding.actual)} in place of ${quote(finding.expected)}.`
    case 'header':
      return finding.actual === null
        ? `${finding.path} comes without the header ${finding.header}.`
        : `${finding.path} has another ${finding.header}: ${describeDifference(finding.expected, finding.actual)}.`
    case 'added-header':
      return `${finding.path} comes with the header ${finding.header}, which leads elsewhere: ${quote(finding.actual)}.`
    case 'unlisted':
      return `${finding.path} loads ${quote(finding.refersTo)}, which the manifest does not list.`
    case 'inline-script':
      return `${finding.path} has script inside the document, which the manifest can’t list.`
  }
}

/** Says of a list, such as a policy, what was added and what is missing; of anything else both values. */
function describeDifference(expected: string, actual: string): string {
  const parts = (value: string) => value.split(/[;,]\s*/)
  const added = parts(actual).filter((part) => !parts(expected).includes(part))
  const missing = parts(expected).filter((part) => !parts(actual).includes(part))
  if (added.length + missing.length === 0) return `${quote(actual)} in place of ${quote(expected)}`
  const said = [
    added.length > 0 && `with ${quote(added.join('; '))}`,
    missing.length > 0 && `without ${quote(missing.join('; '))}`,
  ]
  return said.filter(Boolean).join(', ')
}

function quote(text: string): string {
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`
}
