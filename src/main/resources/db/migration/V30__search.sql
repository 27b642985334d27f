-- Tells one database from another, so that an index never follows a log that it does not belong to.
create table installation (id uuid not null);
insert into installation values (gen_random_uuid());
