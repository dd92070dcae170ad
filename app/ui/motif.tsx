/** A woven band after the Dayak and Kutai ulap doyo cloth: hooked lozenges (aso) between rows of teeth (tumpal). */
export function WovenBand({ className }: { className?: string }) {
  return (
    <svg className={className} width="100%" height="14" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="woven" width="56" height="14" patternUnits="userSpaceOnUse">
          <path
            d="M0 0h56L52.5 3.5 49 0 45.5 3.5 42 0 38.5 3.5 35 0 31.5 3.5 28 0 24.5 3.5 21 0 17.5 3.5 14 0 10.5 3.5 7 0 3.5 3.5Z"
            fill="currentColor"
            opacity="0.55"
          />
          <path
            d="M14 3.5 21 9 14 14 7 9ZM14 6.5 10.8 9 14 11.5 17.2 9Z"
            fill="currentColor"
            fillRule="evenodd"
          />
          <path
            d="M21 9h5v-2.5h5V9h5M26 9v2.5h5V9M36 9l6-4.5L48 9l-6 4.5ZM39.5 9 42 11l2.5-2L42 7ZM48 9h8M0 9h7"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.25"
          />
        </pattern>
      </defs>
      <rect width="100%" height="14" fill="url(#woven)" />
    </svg>
  )
}
