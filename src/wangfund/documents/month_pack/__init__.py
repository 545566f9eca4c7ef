"""The parts of the meeting's pack, each drawn from one frozen MonthPack. Lengths are points, money is satang."""
