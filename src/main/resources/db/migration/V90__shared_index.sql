-- How far the search index has followed the change log where nodes share one: it belongs to the index, and a node that
-- comes with an empty data directory goes on from there.
create table shared_index (
    hosts text primary key,
    fingerprint text not null,
    seq bigint not null
);

-- Whose records were earlier: what they told then stands in their histories.
create index history_owner on history ((previous #>> '{}')) where field = '/organization_id' and previous is not null;
