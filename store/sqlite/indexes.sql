-- Made when the rows are there: sorting them once costs less than keeping them
-- sorted all the time.

CREATE UNIQUE INDEX events_by_id ON events (id);

CREATE INDEX places_by_parent ON places (parent);

CREATE INDEX figures_by_measure ON figures (measure, place);
