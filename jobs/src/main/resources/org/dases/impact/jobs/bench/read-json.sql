create or replace table landed as
select * from read_json('$data', format = 'newline_delimited', ignore_errors = true)
