-- The days on which statements of a service's facts expire. From the day after, what the record shows is another thing.
create function statement_expiries(body jsonb) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct day #>> '{}'), '{}')
    from jsonb_path_query(body, '$.facts.*.statements[*].expires_on') as day
$$;

create index service_statement_expiries on service using gin (statement_expiries(body))
    where jsonb_path_exists(body, '$.facts.*.statements[*].expires_on');

-- The last day whose expiries have been told to the index and the feed.
create table statement_expiry (
    only_row boolean primary key default true check (only_row),
    followed_to date not null
);
insert into statement_expiry (followed_to) values (current_date - 1);
