import { type UploadHandlerPart, unstable_parseMultipartFormData } from '@remix-run/node'
import { cleaned } from './form.server.ts'

export interface Upload {
  file: { name: string; bytes: Uint8Array<ArrayBuffer> } | null
  tooLarge: boolean
  fields: Record<string, string>
}

const fieldLimit = 10_000

/**
 * Reads a posted file in the field `file`, and the text fields beside it, holding at most `limit` bytes: what comes after
 * them is let go as it arrives. No file, or a form that is cut short: `file` is null.
 */
export async function readUpload(request: Request, limit: number): Promise<Upload> {
  const upload: Upload = { file: null, tooLarge: false, fields: {} }
  try {
    await unstable_parseMultipartFormData(request, async (part) => {
      if (part.filename === undefined)
        upload.fields[part.name] = cleaned(new TextDecoder().decode((await collect(part, fieldLimit)).bytes))
      else if (part.name === 'file' && part.filename) {
        const { bytes, tooLarge } = await collect(part, limit)
        upload.tooLarge = tooLarge
        upload.file = tooLarge ? null : { name: part.filename.normalize('NFC'), bytes }
      } else await collect(part, 0)
      return ''
    })
  } catch {
    upload.file = null
  }
  return upload
}

async function collect({ data }: UploadHandlerPart, limit: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  const tooLarge = size > limit
  const bytes = new Uint8Array(tooLarge ? 0 : size)
  if (!tooLarge) {
    let at = 0
    for (const chunk of chunks) {
      bytes.set(chunk, at)
      at += chunk.length
    }
  }
  return { bytes, tooLarge }
}
