import { alone, ExportRefused, type ModelFormat } from './frame/model-format.ts';
import { plantSheets } from './tables/plant-sheets.ts';
import { findingSheet, postureSheet, roadmapSheet } from './tables/posture-sheets.ts';

/** A sheet of a workbook has no more rows, the header counted. */
const MOST_ROWS = 1_048_576;

export const xlsx: ModelFormat = {
  id: 'xlsx',
  title: 'Excel workbook',
  hint: 'tables with filters and colours, the posture, the findings and the roadmap: to work in, and to be imported again',
  kinds: [{ ending: 'xlsx', fileType: 'Excel workbook', title: 'Excel' }],
  isOfSeveral: true,
  isJudged: true,
  write(input) {
    const plants = input.systems.map(({ plant }) => plant);
    const sheets = [
      ...plantSheets(plants),
      postureSheet(plants),
      findingSheet(input.systems),
      roadmapSheet(input.systems),
    ];
    const large = sheets.find(({ rows }) => rows.length >= MOST_ROWS);
    if (large) {
      throw new ExportRefused(
        `The sheet '${large.title}' would have ${large.rows.length} rows, more than a workbook can have. Export as csv.`,
      );
    }
    return alone(input, { sheets });
  },
};
