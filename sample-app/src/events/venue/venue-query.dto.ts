import { IsIn, IsOptional } from 'class-validator';
import { UPSTREAM_MODES, type UpstreamMode } from './venue-upstream.js';

export class VenueQueryDto {
  /** How the venue directory behaves. */
  @IsOptional()
  @IsIn(UPSTREAM_MODES)
  upstream?: UpstreamMode;
}
