-- The kernel's idea in SQL: facts once, distinct learners and schools per subset of what is not fixed for them, then add.
-- Learners who change school or level are counted apart. A null is the total: no attribute is null in these data.
create or replace temp table numbered as
select learner_pid, level, valid_from, coalesce(valid_to, date '9999-12-31') as valid_to,
    dense_rank() over (order by learner_pid) as learner
from read_parquet('$data/learner/*.parquet');

create or replace temp table fact as
select s.uai, l.learner, s.academie, s.sector, l.level, date_trunc('month', e.local_date)::date as month, e.solution_id,
    count(*) as events, sum(e.duration_s) as seconds
from read_parquet('$data/event/*.parquet') e
join read_parquet('$data/school/*.parquet') s using (uai)
join numbered l on e.learner_pid = l.learner_pid and e.local_date between l.valid_from and l.valid_to
group by all;

create or replace temp table mover as
select learner from fact group by learner having min(uai) <> max(uai) or min(level) <> max(level);

create or replace temp table once as
select learner, academie, sector, level, month, solution_id
from fact where learner not in (select learner from mover)
group by grouping sets (
    (learner, academie, sector, level), (learner, academie, sector, level, month),
    (learner, academie, sector, level, solution_id), (learner, academie, sector, level, month, solution_id));

create or replace temp table present as
select uai, academie, sector, level, month, solution_id
from fact
group by grouping sets (
    (uai, academie, sector), (uai, academie, sector, level), (uai, academie, sector, month),
    (uai, academie, sector, solution_id), (uai, academie, sector, level, month),
    (uai, academie, sector, level, solution_id), (uai, academie, sector, month, solution_id),
    (uai, academie, sector, level, month, solution_id));

create or replace temp table fine as
select academie, sector, level, month, solution_id, sum(events) as events, sum(seconds) as seconds
from fact group by all;

create or replace temp table fine_learners as
select academie, sector, level, month, solution_id, count(*) as learners from once group by all;

create or replace temp table fine_schools as
select academie, sector, level, month, solution_id, count(*) as schools from present group by all;

create or replace table cells as
select academie, sector, level, month, solution_id, sum(learners)::bigint as learners, sum(schools)::bigint as schools,
    sum(events)::bigint as events, sum(seconds)::bigint as seconds
from (
    select academie, sector, level, month, solution_id, sum(learners) as learners, 0 as schools, 0 as events, 0 as seconds
    from fine_learners group by month, solution_id, cube (academie, sector, level)
    union all
    select academie, sector, level, month, solution_id, count(distinct learner), 0, 0, 0
    from fact where learner in (select learner from mover) group by cube (academie, sector, level, month, solution_id)
    union all
    select academie, sector, level, month, solution_id, 0, sum(schools), 0, 0
    from fine_schools group by level, month, solution_id, cube (academie, sector)
    union all
    select academie, sector, level, month, solution_id, 0, 0, sum(events), sum(seconds)
    from fine group by cube (academie, sector, level, month, solution_id))
group by all;
