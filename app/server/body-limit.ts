import type { RequestHandler } from 'express'

const MEGABYTE = 1024 * 1024
const FORM_BYTES = 4 * MEGABYTE
const UPLOAD_BYTES = 64 * MEGABYTE

/** Stops a body that is larger than any form of ours; uploads are then held to the limit of their own form. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const multipart = request.headers['content-type']?.startsWith('multipart/form-data') ?? false
  const most = multipart ? UPLOAD_BYTES : FORM_BYTES
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > most) {
    response.setHeader('Connection', 'close')
    response.status(413).type('text/plain').send('Too large')
    return
  }
  let received = 0
  request.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > most) request.destroy()
  })
  request.pause()
  next()
}
