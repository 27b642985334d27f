-- Where services were given earlier: two ids, to find what they said of a location that is hidden now.
create index history_given_at on history ((previous ->> 'location_id')) where field = '/given_at' and previous is not null;
