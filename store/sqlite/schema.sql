-- One collection in one file. Numbers called n count rows from 1 in the
-- collection's own order, which for events is that of time; seq does so inside
-- a row's list. Times are Unix
-- seconds, both bounds inclusive; lengths are metres, positions degrees.
-- A text has a column for each language, "" where it has none.

PRAGMA application_id = 0x514E5452; -- "QNTR"
PRAGMA user_version = 5;

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE collection (
  n          INTEGER PRIMARY KEY CHECK (n = 1),
  id         TEXT NOT NULL UNIQUE,
  title_en   TEXT NOT NULL, title_kk   TEXT NOT NULL, title_ru   TEXT NOT NULL,
  summary_en TEXT NOT NULL, summary_kk TEXT NOT NULL, summary_ru TEXT NOT NULL,
  time_zone  TEXT NOT NULL,
  "window"   TEXT NOT NULL,
  window_earliest    INTEGER NOT NULL,
  window_latest      INTEGER NOT NULL CHECK (window_latest >= window_earliest),
  window_nature      INTEGER NOT NULL CHECK (window_nature BETWEEN 0 AND 2),
  window_precision   INTEGER NOT NULL CHECK (window_precision BETWEEN 0 AND 9),
  window_uncertain   INTEGER NOT NULL CHECK (window_uncertain IN (0, 1)),
  window_approximate INTEGER NOT NULL CHECK (window_approximate IN (0, 1)),
  window_open_start  INTEGER NOT NULL CHECK (window_open_start IN (0, 1)),
  window_open_end    INTEGER NOT NULL CHECK (window_open_end IN (0, 1)),
  "opening"  TEXT NOT NULL,
  opening_earliest    INTEGER NOT NULL,
  opening_latest      INTEGER NOT NULL CHECK (opening_latest >= opening_earliest),
  opening_nature      INTEGER NOT NULL CHECK (opening_nature BETWEEN 0 AND 2),
  opening_precision   INTEGER NOT NULL CHECK (opening_precision BETWEEN 0 AND 9),
  opening_uncertain   INTEGER NOT NULL CHECK (opening_uncertain IN (0, 1)),
  opening_approximate INTEGER NOT NULL CHECK (opening_approximate IN (0, 1)),
  opening_open_start  INTEGER NOT NULL CHECK (opening_open_start IN (0, 1)),
  opening_open_end    INTEGER NOT NULL CHECK (opening_open_end IN (0, 1)),
  home_lon   REAL NOT NULL CHECK (home_lon BETWEEN -180 AND 180),
  home_lat   REAL NOT NULL CHECK (home_lat BETWEEN -90 AND 90),
  home_zoom  REAL NOT NULL CHECK (home_zoom BETWEEN 0 AND 30)
) STRICT;

CREATE TABLE collection_languages (
  owner INTEGER NOT NULL REFERENCES collection (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_attribution (
  owner INTEGER NOT NULL REFERENCES collection (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  label_en TEXT NOT NULL, label_kk TEXT NOT NULL, label_ru TEXT NOT NULL,
  shape    TEXT NOT NULL,
  color    TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  file         TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  publisher_en TEXT NOT NULL, publisher_kk TEXT NOT NULL, publisher_ru TEXT NOT NULL,
  title        TEXT NOT NULL,
  short_en     TEXT NOT NULL, short_kk TEXT NOT NULL, short_ru TEXT NOT NULL,
  byline       TEXT NOT NULL,
  agency       TEXT NOT NULL,
  published    TEXT NOT NULL,
  published_earliest    INTEGER NOT NULL,
  published_latest      INTEGER NOT NULL CHECK (published_latest >= published_earliest),
  published_nature      INTEGER NOT NULL CHECK (published_nature BETWEEN 0 AND 2),
  published_precision   INTEGER NOT NULL CHECK (published_precision BETWEEN 0 AND 9),
  published_uncertain   INTEGER NOT NULL CHECK (published_uncertain IN (0, 1)),
  published_approximate INTEGER NOT NULL CHECK (published_approximate IN (0, 1)),
  published_open_start  INTEGER NOT NULL CHECK (published_open_start IN (0, 1)),
  published_open_end    INTEGER NOT NULL CHECK (published_open_end IN (0, 1)),
  language     TEXT NOT NULL,
  rights_en    TEXT NOT NULL, rights_kk TEXT NOT NULL, rights_ru TEXT NOT NULL,
  note_en      TEXT NOT NULL, note_kk   TEXT NOT NULL, note_ru   TEXT NOT NULL,
  paragraphs   INTEGER NOT NULL
) STRICT;

CREATE TABLE places (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  name_en   TEXT NOT NULL, name_kk TEXT NOT NULL, name_ru TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('site', 'city', 'region', 'country')),
  lon       REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat       REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  radius_m  REAL NOT NULL CHECK (radius_m BETWEEN 0 AND 1e7),
  area      TEXT NOT NULL,
  west      REAL NOT NULL CHECK (west BETWEEN -180 AND 180),
  south     REAL NOT NULL CHECK (south BETWEEN -90 AND 90),
  east      REAL NOT NULL CHECK (east BETWEEN -180 AND 180),
  north     REAL NOT NULL CHECK (north BETWEEN -90 AND 90),
  country   TEXT NOT NULL,
  parent    TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
  time_zone TEXT NOT NULL,
  geonames  INTEGER NOT NULL,
  note_en   TEXT NOT NULL, note_kk TEXT NOT NULL, note_ru TEXT NOT NULL
) STRICT;

CREATE TABLE place_aliases (
  owner INTEGER NOT NULL REFERENCES places (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL, name_kk TEXT NOT NULL, name_ru TEXT NOT NULL,
  role_en TEXT NOT NULL, role_kk TEXT NOT NULL, role_ru TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  n             INTEGER PRIMARY KEY,
  id            TEXT NOT NULL,
  title_en      TEXT NOT NULL, title_kk   TEXT NOT NULL, title_ru   TEXT NOT NULL,
  summary_en    TEXT NOT NULL, summary_kk TEXT NOT NULL, summary_ru TEXT NOT NULL,
  kind          TEXT NOT NULL,
  category      TEXT NOT NULL REFERENCES categories (id),
  importance    INTEGER NOT NULL CHECK (importance BETWEEN 1 AND 3),
  "when"        TEXT NOT NULL,
  when_earliest    INTEGER NOT NULL,
  when_latest      INTEGER NOT NULL CHECK (when_latest >= when_earliest),
  when_nature      INTEGER NOT NULL CHECK (when_nature BETWEEN 0 AND 2),
  when_precision   INTEGER NOT NULL CHECK (when_precision BETWEEN 0 AND 9),
  when_uncertain   INTEGER NOT NULL CHECK (when_uncertain IN (0, 1)),
  when_approximate INTEGER NOT NULL CHECK (when_approximate IN (0, 1)),
  when_open_start  INTEGER NOT NULL CHECK (when_open_start IN (0, 1)),
  when_open_end    INTEGER NOT NULL CHECK (when_open_end IN (0, 1)),
  when_note_en  TEXT NOT NULL, when_note_kk  TEXT NOT NULL, when_note_ru  TEXT NOT NULL,
  place         TEXT NOT NULL REFERENCES places (id),
  place_note_en TEXT NOT NULL, place_note_kk TEXT NOT NULL, place_note_ru TEXT NOT NULL,
  inferred      INTEGER NOT NULL CHECK (inferred IN (0, 1)),
  condition     INTEGER NOT NULL CHECK (condition IN (0, 1))
) STRICT;

CREATE TABLE event_areas (
  owner INTEGER NOT NULL REFERENCES events (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES places (id),
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_people (
  owner INTEGER NOT NULL REFERENCES events (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

-- An event has at most 64 reports; those of event 7 are rows 448, 449 and so on.
-- paragraphs is a JSON array of numbers.
CREATE TABLE reports (
  n             INTEGER PRIMARY KEY,
  event         INTEGER NOT NULL GENERATED ALWAYS AS (n >> 6) VIRTUAL REFERENCES events (n),
  source        TEXT NOT NULL REFERENCES sources (id),
  paragraphs    TEXT NOT NULL CHECK (json_valid(paragraphs)),
  attributed_to TEXT NOT NULL,
  note_en       TEXT NOT NULL, note_kk TEXT NOT NULL, note_ru TEXT NOT NULL
) STRICT;

-- What drawing and counting need of the events, 40 bytes for each: row n has
-- those from 16384 * (n - 1) + 1 on, 16384 in every row but the last. A row is
-- one array after the other, little-endian: 8 bytes for each event's earliest
-- moment, 8 for its latest; 4 for the longitude of its place, 4 for the
-- latitude, in 1e-7 degrees; 8 for its sources, a bit for each; 4 for the row
-- of its place, 1 for that of its category, both less 1; 1 for its importance;
-- 2 for flags.
CREATE TABLE columns (
  n    INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE measures (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  label_en TEXT NOT NULL, label_kk TEXT NOT NULL, label_ru TEXT NOT NULL,
  unit_en  TEXT NOT NULL, unit_kk  TEXT NOT NULL, unit_ru  TEXT NOT NULL
) STRICT;

-- A figure has a number, with a qualifier, or words.
CREATE TABLE figures (
  n             INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  event         TEXT NOT NULL REFERENCES events (id),
  measure       TEXT NOT NULL REFERENCES measures (id),
  low           REAL,
  high          REAL CHECK (high IS NULL OR (low IS NOT NULL AND high >= low)),
  words         TEXT NOT NULL CHECK ((words = '') = (low IS NOT NULL)),
  qualifier     TEXT NOT NULL CHECK ((qualifier = '') = (low IS NULL)),
  as_of         TEXT NOT NULL,
  as_of_earliest    INTEGER NOT NULL,
  as_of_latest      INTEGER NOT NULL CHECK (as_of_latest >= as_of_earliest),
  as_of_nature      INTEGER NOT NULL CHECK (as_of_nature BETWEEN 0 AND 2),
  as_of_precision   INTEGER NOT NULL CHECK (as_of_precision BETWEEN 0 AND 9),
  as_of_uncertain   INTEGER NOT NULL CHECK (as_of_uncertain IN (0, 1)),
  as_of_approximate INTEGER NOT NULL CHECK (as_of_approximate IN (0, 1)),
  as_of_open_start  INTEGER NOT NULL CHECK (as_of_open_start IN (0, 1)),
  as_of_open_end    INTEGER NOT NULL CHECK (as_of_open_end IN (0, 1)),
  scope_en      TEXT NOT NULL, scope_kk TEXT NOT NULL, scope_ru TEXT NOT NULL,
  place         TEXT NOT NULL REFERENCES places (id),
  attributed_to TEXT NOT NULL,
  source        TEXT NOT NULL REFERENCES sources (id),
  paragraph     INTEGER NOT NULL CHECK (paragraph >= 1),
  note_en       TEXT NOT NULL, note_kk TEXT NOT NULL, note_ru TEXT NOT NULL
) STRICT;

CREATE TABLE disagreements (
  n              INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  topic_en       TEXT NOT NULL, topic_kk       TEXT NOT NULL, topic_ru       TEXT NOT NULL,
  kind           TEXT NOT NULL,
  explanation_en TEXT NOT NULL, explanation_kk TEXT NOT NULL, explanation_ru TEXT NOT NULL
) STRICT;

-- A member is a figure, or a source's report of an event.
CREATE TABLE disagreement_members (
  n            INTEGER PRIMARY KEY,
  disagreement INTEGER NOT NULL REFERENCES disagreements (n),
  figure       TEXT REFERENCES figures (id),
  event        TEXT REFERENCES events (id) CHECK ((event IS NULL) = (figure IS NOT NULL)),
  source       TEXT REFERENCES sources (id) CHECK ((source IS NULL) = (event IS NULL))
) STRICT;

CREATE TABLE stories (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title_en   TEXT NOT NULL, title_kk   TEXT NOT NULL, title_ru   TEXT NOT NULL,
  summary_en TEXT NOT NULL, summary_kk TEXT NOT NULL, summary_ru TEXT NOT NULL
) STRICT;

-- A playhead of "" is the end of the window; the numbers beside it are then 0.
CREATE TABLE scenes (
  n          INTEGER PRIMARY KEY,
  story      INTEGER NOT NULL REFERENCES stories (n),
  id         TEXT NOT NULL,
  lon        REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat        REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  zoom       REAL NOT NULL CHECK (zoom BETWEEN 0 AND 30),
  mode       TEXT NOT NULL CHECK (mode IN ('cumulative', 'window', 'day', 'known')),
  "window"   TEXT NOT NULL,
  window_earliest    INTEGER NOT NULL,
  window_latest      INTEGER NOT NULL CHECK (window_latest >= window_earliest),
  window_nature      INTEGER NOT NULL CHECK (window_nature BETWEEN 0 AND 2),
  window_precision   INTEGER NOT NULL CHECK (window_precision BETWEEN 0 AND 9),
  window_uncertain   INTEGER NOT NULL CHECK (window_uncertain IN (0, 1)),
  window_approximate INTEGER NOT NULL CHECK (window_approximate IN (0, 1)),
  window_open_start  INTEGER NOT NULL CHECK (window_open_start IN (0, 1)),
  window_open_end    INTEGER NOT NULL CHECK (window_open_end IN (0, 1)),
  "playhead" TEXT NOT NULL,
  playhead_earliest    INTEGER NOT NULL CHECK ("playhead" = '' OR playhead_earliest BETWEEN window_earliest AND window_latest),
  playhead_latest      INTEGER NOT NULL CHECK (playhead_latest >= playhead_earliest),
  playhead_nature      INTEGER NOT NULL CHECK (playhead_nature BETWEEN 0 AND 2),
  playhead_precision   INTEGER NOT NULL CHECK (playhead_precision BETWEEN 0 AND 9),
  playhead_uncertain   INTEGER NOT NULL CHECK (playhead_uncertain IN (0, 1)),
  playhead_approximate INTEGER NOT NULL CHECK (playhead_approximate IN (0, 1)),
  playhead_open_start  INTEGER NOT NULL CHECK (playhead_open_start IN (0, 1)),
  playhead_open_end    INTEGER NOT NULL CHECK (playhead_open_end IN (0, 1)),
  background INTEGER NOT NULL CHECK (background IN (0, 1)),
  caption_en TEXT NOT NULL, caption_kk TEXT NOT NULL, caption_ru TEXT NOT NULL,
  notes_en   TEXT NOT NULL, notes_kk   TEXT NOT NULL, notes_ru   TEXT NOT NULL,
  stay       INTEGER NOT NULL CHECK (stay BETWEEN 0 AND 86400),
  UNIQUE (story, id)
) STRICT;

CREATE TABLE scene_hidden (
  owner INTEGER NOT NULL REFERENCES scenes (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES categories (id),
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE scene_sources (
  owner INTEGER NOT NULL REFERENCES scenes (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE scene_highlights (
  owner INTEGER NOT NULL REFERENCES scenes (n),
  seq   INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES events (id),
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE scene_questions (
  owner    INTEGER NOT NULL REFERENCES scenes (n),
  seq      INTEGER NOT NULL,
  value_en TEXT NOT NULL, value_kk TEXT NOT NULL, value_ru TEXT NOT NULL,
  PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

-- Where and when events are, in units of 1e-7 degrees, rounded outwards, and
-- whole minutes since 1970, rounded down.
CREATE VIRTUAL TABLE extents USING rtree_i32 (
  n, west, east, south, north, first, last
);

-- Words of the events, with those of their figures and disagreements, folded
-- (accents and case removed); the row is events.n.
CREATE VIRTUAL TABLE search USING fts4 (
  content="", title, body, place, people,
  tokenize=unicode61 "remove_diacritics=0"
);
