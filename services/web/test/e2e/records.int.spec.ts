/**
 * What is kept, taken away in files, and what only time makes, on one platform. Copies of the workbook are held against the
 * demonstration's data, so they come first; the clocks go ahead last.
 */
import './workbook.suite.ts';
import './exports.suite.ts';
import './later.suite.ts';
