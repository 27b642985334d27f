-- The work list is read in this order, the oldest check first. The second is for what has to be checked more often.
create index service_assured on service ((coalesce(body ->> 'assured_date', '') collate "C"), id)
    where status in ('ACTIVE', 'TEMPORARILY_CLOSED');
create index service_assured_hotline on service ((coalesce(body ->> 'assured_date', '') collate "C"), id)
    where status in ('ACTIVE', 'TEMPORARILY_CLOSED') and kind = 'HOTLINE';
