"""The ten systems of the paper's second table."""

from needledrop_lab.systems import SYSTEMS


def test_there_are_ten_and_their_names_say_what_they_are() -> None:
    assert len(SYSTEMS) == 10
    system = SYSTEMS["contrastive-bert-stochastic"]
    assert (system.objective, system.text, system.representation) == (
        "contrastive",
        "bert",
        "stochastic",
    )
    assert all(name == system.name for name, system in SYSTEMS.items())


def test_learning_rates_are_the_paper_s() -> None:
    rates = {name: system.rate for name, system in SYSTEMS.items()}
    assert rates["classification"] == 1e-3
    assert {rate for name, rate in rates.items() if "wordvec" in name} == {1e-4}
    assert rates["triplet-bert-tag"] == 1e-4
    assert rates["triplet-bert-sentence"] == rates["triplet-bert-stochastic"] == 5e-5
    assert {rate for name, rate in rates.items() if "contrastive" in name} == {5e-5}


def test_the_three_contrastive_systems_are_run_three_times() -> None:
    assert {len(s.seeds) for s in SYSTEMS.values() if s.objective == "contrastive"} == {3}
    assert sum(len(system.seeds) for system in SYSTEMS.values()) == 16
