"""What a question and a report are read as can be seen, and which stage answers."""

from pathlib import Path

from click.testing import CliRunner

from tests.questions import as_read, tracing

SAMPLES = [str(path) for path in (Path(__file__).parents[2] / "samples").iterdir() if path.suffix != ".py"]


def test_a_trace_tells_how_a_question_is_read_and_which_stage_answers():
    told = CliRunner().invoke(tracing.main, [*SAMPLES, "con quy 2?", "--before", "quy 1/2019 tiep nhan bn hs"]).output
    assert "read as   con quy 2" in told
    assert "periods   kind=quarter  index=2  year=2019" in told
    assert "figure               answered: 5.436 hồ sơ" in told


def test_what_a_report_is_read_as_is_told_by_sentence():
    told = CliRunner().invoke(as_read.main, [*SAMPLES, "--with", "tiep nhan 5.436"]).output
    assert "figure    measure=count  value=5436  unit=hồ sơ" in told
    assert "period=quý II/2019" in told
