import { writeJson } from '../../core/text/json.ts';
import type { CheckReport } from '../check-report.ts';

/** The report of `zones check --format json`. */
export function formatJson({ findings, summary }: CheckReport): string {
  return writeJson({ findings, summary });
}
