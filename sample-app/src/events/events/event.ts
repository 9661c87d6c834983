export interface EventItem {
  readonly id: string;
  readonly name: string;
  readonly startDateTime: Date;
  readonly capacity: number;
  readonly venueId: string | null;
}

/** The columns of an `EventItem`. */
export const EVENT_COLUMNS =
  'id, name, start_date_time AS "startDateTime", capacity, venue_id AS "venueId"';

/** The page of a list that a caller asks for, and how many there are. */
export interface EventPage {
  readonly items: readonly EventItem[];
  readonly page: number;
  readonly pages: number;
}
