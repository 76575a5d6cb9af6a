select s.academie, s.sector, l.level, trunc(e.local_date, 'MM') as month, e.solution_id,
    count(distinct e.learner_pid) as learners, count(distinct e.uai) as schools,
    count(*) as events, cast(sum(e.duration_s) as bigint) as seconds
from parquet.`$data/event` e
join parquet.`$data/school` s on s.uai = e.uai
join parquet.`$data/learner` l
    on e.learner_pid = l.learner_pid and e.local_date >= l.valid_from
    and (l.valid_to is null or e.local_date <= l.valid_to)
group by cube (s.academie, s.sector, l.level, trunc(e.local_date, 'MM'), e.solution_id)
