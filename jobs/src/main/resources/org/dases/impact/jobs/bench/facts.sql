-- Facts: what one learner did in one school, month and solution; all codes are small numbers.
create table code_academie as
select academie, (row_number() over (order by academie) - 1)::smallint as code
from (select distinct academie from read_parquet('$data/school/*.parquet'));

create table code_sector as
select sector, (row_number() over (order by sector) - 1)::smallint as code
from (select distinct sector from read_parquet('$data/school/*.parquet'));

create table code_level as
select level, (row_number() over (order by level) - 1)::smallint as code
from (select distinct level from read_parquet('$data/learner/*.parquet'));

create table code_solution as
select solution_id, (row_number() over (order by solution_id) - 1)::smallint as code
from (select distinct solution_id from read_parquet('$data/event/*.parquet'));

create table school as
select uai, (row_number() over (order by uai) - 1)::integer as school, a.code as academie, s.code as sector
from read_parquet('$data/school/*.parquet')
join code_academie a using (academie)
join code_sector s using (sector);

create table learner as
select learner_pid, (dense_rank() over (order by learner_pid) - 1)::integer as learner, c.code as level,
    valid_from, coalesce(valid_to, date '9999-12-31') as valid_to
from read_parquet('$data/learner/*.parquet')
join code_level c using (level);

create table facts as
select s.school, l.learner, s.academie, s.sector, l.level,
    ((month(e.local_date) + 3) % 12)::smallint as month, o.code as solution,
    count(*)::bigint as events, sum(e.duration_s)::bigint as seconds
from read_parquet('$data/event/*.parquet') e
join school s using (uai)
join learner l on e.learner_pid = l.learner_pid and e.local_date between l.valid_from and l.valid_to
join code_solution o using (solution_id)
group by all
order by school, learner;
