-- Words of the caller's own stood here once: what is no code becomes "other", in what is told of the past too.
-- Repeatable, because it belongs after every numbered migration, whatever number a directory has reached.
update referral set business_status = 'other' where business_status not in
    ('called', 'left-message', 'intake-booked', 'waitlisted', 'waiting-for-documents', 'other');
alter table referral_event disable trigger referral_event_rows;
update referral_event set business_status = 'other' where business_status not in
    ('called', 'left-message', 'intake-booked', 'waitlisted', 'waiting-for-documents', 'other');
alter table referral_event enable trigger referral_event_rows;

alter table referral drop constraint if exists referral_business_status;
alter table referral add constraint referral_business_status check (business_status in
    ('called', 'left-message', 'intake-booked', 'waitlisted', 'waiting-for-documents', 'other'));
alter table referral_event drop constraint if exists referral_event_business_status;
alter table referral_event add constraint referral_event_business_status check (business_status in
    ('called', 'left-message', 'intake-booked', 'waitlisted', 'waiting-for-documents', 'other'));
