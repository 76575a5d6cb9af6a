create or replace table cells as
select s.academie, s.sector, l.level, date_trunc('month', e.local_date)::date as month, e.solution_id,
    count(distinct e.learner_pid) as learners, count(distinct e.uai) as schools,
    count(*)::bigint as events, sum(e.duration_s)::bigint as seconds
from read_parquet('$data/event/*.parquet') e
join read_parquet('$data/school/*.parquet') s using (uai)
join read_parquet('$data/learner/*.parquet') l
    on e.learner_pid = l.learner_pid and e.local_date >= l.valid_from
    and (l.valid_to is null or e.local_date <= l.valid_to)
group by cube (s.academie, s.sector, l.level, date_trunc('month', e.local_date)::date, e.solution_id)
