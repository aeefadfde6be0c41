/** What a report of a plan is called by: its name after the word 'Báo cáo'; the unit's own plan by its name alone. */
export interface NamedReport {
  readonly name: string;
  readonly kind: string;
}

/**
 * Names a report: 'Báo cáo kết quả hoạt động thông tin đối ngoại', 'Kế hoạch … của đơn vị'. The word 'Báo cáo' is not
 * said twice where the name has it already.
 */
export const reportTitle = ({ name, kind }: NamedReport): string => {
  if (kind === 'unit-plan') return name;
  const bare = name.replace(/^báo cáo\s+/iu, '');
  // Only a following word in ordinary case is lowered: 'Kết quả' becomes 'kết quả', 'THCS' stays.
  const [first = '', second = ''] = bare;
  return `Báo cáo ${second === second.toLocaleLowerCase('vi') ? first.toLocaleLowerCase('vi') : first}${bare.slice(first.length)}`;
};

/** Names a report inside a sentence: 'báo cáo kết quả …'. */
export const reportInSentence = (report: NamedReport): string => {
  const title = reportTitle(report);
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);
};
