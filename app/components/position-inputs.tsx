import { useRef, useState } from 'react'
import { Button } from '~/ui/button'
import type { FieldSource } from '~/ui/field'
import { TextInput } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

/** A position typed by hand, or taken from the device where the browser offers it. */
export function PositionInputs({ latitude, longitude }: { latitude: FieldSource; longitude: FieldSource }) {
  const t = useTexts()
  const box = useRef<HTMLFieldSetElement>(null)
  const [failed, setFailed] = useState(false)
  const take = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false)
        enter(box.current, latitude.name, coords.latitude)
        enter(box.current, longitude.name, coords.longitude)
      },
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return (
    <fieldset ref={box} className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('verification.form.position')}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <TextInput
          field={latitude}
          label={t('verification.form.latitude')}
          inputMode="decimal"
          maxLength={13}
          width="max-w-40"
        />
        <TextInput
          field={longitude}
          label={t('verification.form.longitude')}
          inputMode="decimal"
          maxLength={13}
          width="max-w-40"
        />
        <Button icon="pin" onClick={take}>
          {t('verification.form.position.take')}
        </Button>
      </div>
      <p role="status" className="text-sm text-danger">
        {failed && t('verification.form.position.failed')}
      </p>
    </fieldset>
  )
}

function enter(box: HTMLElement | null, name: string, degrees: number): void {
  const input = box?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (input) input.value = degrees.toFixed(6)
}
