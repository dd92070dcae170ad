import { addDays, type Day, partsOf } from '~/domain/shared/day'
import { quarterFrom, quarterOf, quarterParts } from '~/domain/shared/quarter'
import { officeInstant } from '~/domain/training/schedule'

const two = (value: number) => String(value).padStart(2, '0')

/**
 * The demonstration's days, counted back from the day of the first start. Preparing a year may begin in the year
 * before; money moves only within the fiscal year, so its days never lie before 1 January.
 */
export class Calendar {
  private minutes = 0

  constructor(
    readonly today: Day,
    private readonly now: Date,
  ) {}

  get fiscalYear(): number {
    return partsOf(this.today).year
  }

  day(daysAgo: number): Day {
    return addDays(this.today, -daysAgo)
  }

  /** An instant of a working hour so many days ago; never later than now. */
  at(daysAgo: number, hour = 9): Date {
    this.minutes = (this.minutes + 7) % 50
    return this.notLater(officeInstant(this.day(daysAgo), `${two(hour)}:${two(this.minutes)}`))
  }

  /** Like `at`, kept within the fiscal year. */
  moneyAt(daysAgo: number, hour = 9): Date {
    const sinceNewYear = Math.round(
      (Date.parse(this.today) - Date.parse(`${this.fiscalYear}-01-01`)) / 86_400_000,
    )
    return this.at(Math.min(daysAgo, sinceNewYear), hour)
  }

  /** The quarters of the tranche plan: the second to the fourth, or from the first where the year is young. */
  quarters(): string[] {
    const { number } = quarterParts(quarterOf(this.today))
    const first = number <= 2 ? 1 : 2
    return [0, 1, 2].map((offset) => quarterFrom(this.fiscalYear, first + offset))
  }

  private notLater(instant: Date): Date {
    return instant > this.now ? this.now : instant
  }
}
