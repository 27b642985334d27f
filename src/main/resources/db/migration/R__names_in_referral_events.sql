-- Repeatable, as it comes after the tables of referrals: events name services by name, and a service may be removed.
alter table referral_event alter column alternatives set statistics 0;
create index if not exists referral_event_alternatives on referral_event using gin (alternatives jsonb_path_ops)
    where alternatives is not null;
create or replace function referral_event_stands() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'alternatives' = to_jsonb(old) - 'alternatives' then
        return new;
    end if;
    raise exception 'an event of a referral is never changed, but for the names of services that were removed';
end
$$;
