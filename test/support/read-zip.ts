import { crc32 } from 'node:zlib'

/**
 * Reads an archive whose entries are not compressed, by its list of entries as unzipping programs do.
 * @returns each entry's content by its name, in order
 * @throws where an entry is compressed, or its checksum is another
 */
export async function readZip(blob: Blob): Promise<Map<string, string>> {
  const octets = Buffer.from(await blob.arrayBuffer())
  const end = octets.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const entries = new Map<string, string>()
  let at = octets.readUInt32LE(end + 16)
  for (let left = octets.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, offset] = [octets.readUInt32LE(at + 24), octets.readUInt32LE(at + 42)]
    const nameEnd = at + 46 + octets.readUInt16LE(at + 28)
    const name = octets.toString('utf8', at + 46, nameEnd)
    const start = offset + 30 + octets.readUInt16LE(offset + 26) + octets.readUInt16LE(offset + 28)
    const content = octets.subarray(start, start + size)
    if (octets.readUInt16LE(at + 10) !== 0) throw new Error(`${name} is compressed`)
    if (octets.readUInt32LE(at + 16) !== crc32(content)) throw new Error(`${name} has another checksum`)
    entries.set(name, content.toString())
    at = nameEnd + octets.readUInt16LE(at + 30) + octets.readUInt16LE(at + 32)
  }
  return entries
}
