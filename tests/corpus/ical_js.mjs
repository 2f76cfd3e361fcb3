// What ical.js makes of calendars: for each file on standard input one line of JSON on standard output.
// node ical_js.mjs PATH_OF_ICAL_JS MOST_OCCURRENCES YEARS < names
import fs from "fs";
import { pathToFileURL } from "url";

const [library, most, years] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const ICAL = (await import(pathToFileURL(library))).default;

function text(time) {
  const said = time.isDate ? time : time.convertToZone(ICAL.Timezone.utcTimezone);
  return said.toString().replace(/Z$/, "");
}

function registered(calendar) {
  const names = [];
  for (const component of calendar.getAllSubcomponents("vtimezone")) {
    try {
      const zone = new ICAL.Timezone(component);
      ICAL.TimezoneService.register(zone);
      names.push(zone.tzid);
    } catch {
      // A zone it cannot read is one it does not know.
    }
  }
  return names;
}

function expanded(components) {
  const exceptions = components.filter((one) => one.hasProperty("recurrence-id"));
  const masters = components.filter((one) => !one.hasProperty("recurrence-id"));
  if (!masters.length) return { skipped: "no series" };
  const sequence = (one) => Number(one.getFirstPropertyValue("sequence") || 0);
  const master = masters.reduce((best, one) => (sequence(one) >= sequence(best) ? one : best));
  const event = new ICAL.Event(master, { exceptions });
  if (!event.startDate) return { skipped: "no start" };
  if (!event.isRecurring()) {
    return { found: [[text(event.startDate), text(event.endDate)]], cut: false };
  }
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.year > event.startDate.year + years || found.length >= most) return { found, cut: true };
    const details = event.getOccurrenceDetails(next);
    found.push([text(details.startDate), text(details.endDate)]);
  }
  return { found, cut: false };
}

function read(path) {
  let parsed = ICAL.parse(fs.readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  if (!Array.isArray(parsed[0])) parsed = [parsed];
  ICAL.TimezoneService.reset();
  const zones = [];
  const series = new Map();
  let number = 0;
  for (const calendar of parsed.map((one) => new ICAL.Component(one))) {
    if (calendar.name !== "vcalendar") continue;
    zones.push(...registered(calendar));
    for (const event of calendar.getAllSubcomponents("vevent")) {
      const uid = String(event.getFirstPropertyValue("uid") || `#${number}`).trim();
      number += 1;
      series.set(uid, [...(series.get(uid) || []), event]);
    }
  }
  const events = {};
  for (const [uid, components] of series) {
    try {
      events[uid] = expanded(components);
    } catch (error) {
      events[uid] = { skipped: String(error) };
    }
  }
  return { zones, events };
}

for (const path of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  let answer;
  try {
    answer = read(path);
  } catch (error) {
    answer = { unread: String(error) };
  }
  console.log(JSON.stringify({ path, ...answer }));
}
