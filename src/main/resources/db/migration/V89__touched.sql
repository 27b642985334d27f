-- When something that a record shows changed, without its own row; the change log has an upsert of it then.
create table touched (
    entity text not null,
    id uuid not null,
    at timestamptz not null,
    primary key (entity, id)
);
create index touched_at on touched (entity, at);

-- Changes of records that only show what changed: told in the feed, and of no further consequence.
alter table change_log add column derived boolean not null default false;

-- Up to where the log was looked through for records that show what changed.
create table touch_position (seq bigint not null);
insert into touch_position (seq) select coalesce(max(last_seq), 0) from change_log;

-- The version of a row, another one with every write of whichever kind, and never one that a row had before.
create sequence record_version;
create function next_version() returns trigger language plpgsql as $$
begin
    new.version = nextval('record_version');
    return new;
end
$$;
alter table taxonomy add column version bigint not null default 0;
alter table taxonomy_term add column version bigint not null default 0;
alter table organization add column version bigint not null default 0;
alter table location add column version bigint not null default 0;
alter table service add column version bigint not null default 0;
alter table service_at_location add column version bigint not null default 0;
alter table taxonomy alter column version set default nextval('record_version');
alter table taxonomy_term alter column version set default nextval('record_version');
alter table organization alter column version set default nextval('record_version');
alter table location alter column version set default nextval('record_version');
alter table service alter column version set default nextval('record_version');
alter table service_at_location alter column version set default nextval('record_version');
create trigger next_version before update on taxonomy for each row execute function next_version();
create trigger next_version before update on taxonomy_term for each row execute function next_version();
create trigger next_version before update on organization for each row execute function next_version();
create trigger next_version before update on location for each row execute function next_version();
create trigger next_version before update on service for each row execute function next_version();
create trigger next_version before update on service_at_location for each row execute function next_version();
