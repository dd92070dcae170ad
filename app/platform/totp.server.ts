import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'
import QRCode from 'qrcode'

const STEP_SECONDS = 30
const ISSUER = 'Berdaya'

export function newTotpSecret(): string {
  return generateSecret({ length: 20 })
}

/** The number of the time step that an instant falls in. */
export function totpStepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS)
}

/** The step whose code was given, one step early or late allowed; null where the code is wrong or its step was used. */
export function matchingTotpStep(
  secret: string,
  code: string,
  at: Date,
  lastStep: bigint | null,
): number | null {
  if (!/^\d{6}$/.test(code) || (lastStep !== null && Number(lastStep) > totpStepOf(at))) return null
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    afterTimeStep: lastStep === null ? undefined : Number(lastStep),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** The code of the first step that may still be used: what an authenticator app would show now or next. */
export function nextTotpCode(secret: string, at: Date, lastStep: bigint | null): string {
  const current = totpStepOf(at)
  const step = lastStep === null ? current : Math.max(current, Math.min(Number(lastStep) + 1, current + 1))
  return generateSync({ secret, epoch: step * STEP_SECONDS })
}

/** The QR code for an authenticator app, as SVG to stand in the page itself. */
export async function totpQrCode(email: string, secret: string): Promise<string> {
  const address = generateURI({ issuer: ISSUER, label: email, secret })
  return QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
}
