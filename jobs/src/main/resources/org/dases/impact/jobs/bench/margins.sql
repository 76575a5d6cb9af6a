-- Learners of everything only: those of each solution would take more memory than the cube.
create or replace table cells as
select null as solution_id, count(distinct learner_pid) as learners, count(distinct uai) as schools,
    count(*) as events, sum(duration_s)::bigint as seconds
from read_parquet('$data/event/*.parquet')
union all
select solution_id, null, count(distinct uai), count(*), sum(duration_s)::bigint
from read_parquet('$data/event/*.parquet')
group by solution_id
